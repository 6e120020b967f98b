import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OrderAnswer } from './case-order.ts';

interface SameProblemNoticeProps {
  same: OrderAnswer['sameProblem'];
  /** Undefined for whoever cannot merge the case as it is now. */
  merge: (() => void) | undefined;
}

/** A correction has shown that the case is the same problem as another one: merging is the next thing to do. */
export function SameProblemNotice({ same, merge }: SameProblemNoticeProps) {
  const { t } = useTranslation();
  return (
    // Empty it takes no room in the stack around it.
    <div role="status" style={same ? undefined : { position: 'absolute' }}>
      {same && (
        <Alert color="blue">
          <Group justify="space-between" gap="sm">
            <Text>
              {t('agentCase.sameProblem.text')}{' '}
              <Anchor component={Link} underline="always" href={`/cases/${same.number}`}>
                {same.number}
              </Anchor>
            </Text>
            {merge && (
              <Button size="compact-md" variant="default" onClick={merge}>
                {t('agentCase.sameProblem.merge')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
    </div>
  );
}
