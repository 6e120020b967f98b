import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../admin.module.css';
import type { FieldChange } from './changed-fields.ts';
import { useFieldWords } from './use-field-words.ts';

/** Field by field, what was there and what is there now. `onlyAfter`: of something new there was nothing before. */
export function ChangeList({ changes, onlyAfter = false }: { changes: FieldChange[]; onlyAfter?: boolean }) {
  const { t } = useTranslation();
  const { labelOf, wordsOf } = useFieldWords();
  const shown = changes.flatMap((change) => {
    const label = labelOf(change.field);
    const [before, after] = [wordsOf(change.field, change.before), wordsOf(change.field, change.after)];
    return label === null || (onlyAfter && after === t('admin.nothing')) ? [] : [{ label, before, after }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {shown.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {!onlyAfter && (
              <>
                <VisuallyHidden>{t('admin.before')} </VisuallyHidden>
                <Text span inherit c="dimmed" td="line-through">
                  {before}
                </Text>
                <span aria-hidden> → </span>
                <VisuallyHidden>, {t('admin.after')} </VisuallyHidden>
              </>
            )}
            {after}
          </dd>
        </div>
      ))}
    </dl>
  );
}
