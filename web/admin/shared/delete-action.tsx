import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { leaveUnasked } from '../../shared/leave-guard.ts';
import { pathOf, type ListSection } from '../sections.ts';
import { ConsequenceButton } from './consequence-button.tsx';
import { ItemAction, ItemActions } from './item-actions.tsx';

interface DeleteActionProps {
  section: Exclude<ListSection, 'desks'>;
  name: string;
  act: () => Promise<unknown>;
}

/** For what was made by mistake; what something refers to cannot be deleted, and the server says so. */
export function DeleteAction(props: DeleteActionProps) {
  return (
    <ItemActions>
      <DeleteLine {...props} />
    </ItemActions>
  );
}

export function DeleteLine({ section, name, act }: DeleteActionProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <ItemAction text={t(section === 'webhooks' ? 'admin.webhooks.deleteHint' : 'admin.delete.hint')}>
      <ConsequenceButton
        hurts
        label={t('admin.delete.button')}
        title={t('admin.delete.title', { name })}
        consequences={[t(section === 'webhooks' ? 'admin.webhooks.deleteText' : 'admin.delete.text')]}
        act={act}
        // What was typed belonged to what is gone.
        onDone={() => leaveUnasked(() => go(pathOf(section)))}
      />
    </ItemAction>
  );
}
