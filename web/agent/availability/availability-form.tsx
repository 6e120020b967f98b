import { Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { useNow } from '../../shared/now-clock.ts';
import { dayOf, startOfDay } from '../../shared/time-words.ts';
import { DayField } from '../day-field.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { awayEnds, awayUntil, type AwayEnd } from './absence-end.ts';
import type { Agent } from './agents-query.ts';
import { useSetAvailability } from './set-availability.ts';

const choices = ['available', 'away', 'leave'] as const;

/** I am here, I am away, I am on leave until then. */
export function AvailabilityForm({ agent, opened, onClose }: { agent: Agent; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const [availability, setAvailability] = useState<Agent['availability']>(agent.availability);
  const [end, setEnd] = useState<AwayEnd>('open');
  const [backOn, setBackOn] = useState<string | null>(null);
  const [handover, setHandover] = useState(true);
  const change = useSetAvailability(agent.id);
  const submit = () => {
    const body = {
      available: { availability },
      away: { availability, until: awayUntil(end, new Date()) },
      leave: { availability, until: backOn && startOfDay(backOn), handover },
    }[availability];
    // By its promise: with another state this form is another one, which no callback of `mutate` would reach.
    change.mutateAsync(body).then(onClose, () => undefined);
  };
  const untilFault = isProblem(change.error) ? change.error.faultOf('until') : undefined;
  return (
    <FormDialog
      title={t('inbox.availability.title')}
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('inbox.availability.save')}
      pending={change.isPending}
      error={change.error}
    >
      <Radio.Group
        label={t('inbox.availability.label')}
        value={availability}
        onChange={(value) => setAvailability(value as Agent['availability'])}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={t(`inbox.availability.${choice}`)}
              description={t(`inbox.availability.${choice}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {availability === 'away' && (
        <NativeSelect
          label={t('inbox.availability.untilWhen')}
          value={end}
          error={untilFault}
          onChange={(event) => setEnd(event.currentTarget.value as AwayEnd)}
          data={awayEnds.map((value) => ({ value, label: t(`inbox.availability.end.${value}`) }))}
        />
      )}
      {availability === 'leave' && (
        <>
          <DayField
            label={t('inbox.availability.backOn')}
            description={t('inbox.availability.backOnHint')}
            value={backOn}
            onChange={setBackOn}
            minDate={dayOf(new Date(now + 86_400_000))}
            error={untilFault}
          />
          <Checkbox
            label={t('inbox.availability.handover', { count: agent.openCases })}
            description={t('inbox.availability.handoverHint')}
            checked={handover}
            onChange={(event) => setHandover(event.currentTarget.checked)}
          />
        </>
      )}
    </FormDialog>
  );
}
