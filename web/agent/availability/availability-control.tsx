import { Box, Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from './agents-query.ts';
import { AvailabilityForm } from './availability-form.tsx';

const colors = { available: 'green', away: 'yellow', leave: 'gray' };

/** Whether one is there, always in sight; a press changes it. */
export function AvailabilityControl({ agentId }: { agentId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const agent = useAgent(agentId);
  if (!agent) return null;
  const { availability } = agent;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Box component="span" w={11} h={11} bdrs="xl" bg={`${colors[availability]}.6`} aria-hidden />}
        rightSection={<IconChevronDown size={15} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t(`inbox.availability.${availability}`)}
      </Button>
      <AvailabilityForm key={availability} agent={agent} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
