import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '../../conversation/use-kept-text.ts';
import { MoveDialog, type MoveDialogProps } from './move-dialog.tsx';
import { SavedReplies } from './saved-replies.tsx';

type TextMove = 'resolve' | 'escalate' | 'ask' | 'reopen';

/** How long the text may be, what the API calls it, and whether the submitter reads it. */
const texts: Record<TextMove, { most: number; field: string; forSubmitter: boolean }> = {
  resolve: { most: 10_000, field: 'resolution', forSubmitter: true },
  ask: { most: 10_000, field: 'message', forSubmitter: true },
  escalate: { most: 2_000, field: 'reason', forSubmitter: false },
  reopen: { most: 2_000, field: 'reason', forSubmitter: false },
};

/** A decision that needs a few words. */
export function TextMoveDialog({ move, ...props }: MoveDialogProps & { move: TextMove }) {
  const { t } = useTranslation();
  const { text, write, clear } = useKeptText(`case.${props.complaint.id}.${move}`);
  const { field, forSubmitter, most } = texts[move];
  const insert = (more: string) => write((before) => (before.trim() === '' ? more : `${before.trimEnd()}\n\n${more}`));
  return (
    <MoveDialog {...props} move={move} order={() => ({ name: move, text })} onDone={clear}>
      {(fault) => (
        <>
          <Text>{t(`agentCase.move.${move}.lead`)}</Text>
          <Textarea
            data-autofocus
            label={t(`agentCase.move.${move}.label`)}
            required
            withAsterisk={false}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={most}
            value={text}
            error={fault(field)}
            onChange={(event) => write(event.currentTarget.value)}
          />
          {forSubmitter && (
            <div>
              <SavedReplies deskId={props.complaint.deskId} insert={insert} />
            </div>
          )}
        </>
      )}
    </MoveDialog>
  );
}
