import { Button, List, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '../../agent/form-dialog.tsx';
import { keys } from '../../api/query-keys.ts';

interface ConsequenceButtonProps<Answer> {
  label: string;
  /** The question; the button in the dialog says `label` again. */
  title: string;
  /** What will happen, each in a sentence. */
  consequences: readonly string[];
  act: () => Promise<Answer>;
  onDone?: (answer: Answer) => void;
  /** For what cannot be taken back, or shuts somebody out. */
  hurts?: boolean;
  /** What it still has to be told. */
  children?: ReactNode;
}

/** Does something only after having said what comes of it. */
export function ConsequenceButton<Answer>(props: ConsequenceButtonProps<Answer>) {
  const { label, title, consequences, act, onDone, hurts = false, children } = props;
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const doing = useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      setOpened(false);
      onDone?.(answer);
      await client.invalidateQueries({ queryKey: keys.setup });
    },
    // Perhaps it has become something else meanwhile, which the next attempt is to be about.
    onError: () => client.invalidateQueries({ queryKey: keys.setup }),
  });
  const open = () => {
    doing.reset();
    setOpened(true);
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <FormDialog
        title={title}
        opened={opened}
        onClose={() => setOpened(false)}
        onSubmit={() => doing.mutate()}
        submitLabel={label}
        pending={doing.isPending}
        error={doing.error}
        color={hurts ? 'red' : undefined}
      >
        {consequences.length === 1 ? (
          <Text>{consequences[0]}</Text>
        ) : (
          <List spacing={6}>
            {consequences.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        )}
        {children}
      </FormDialog>
    </>
  );
}
