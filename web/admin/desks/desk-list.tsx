import { useTranslation } from 'react-i18next';
import { useDesks } from '../setup-queries.ts';
import { SetupList } from '../shared/setup-list.tsx';
import { useFieldWords } from '../shared/use-field-words.ts';

export function DeskList() {
  const { t } = useTranslation();
  const { duration } = useFieldWords();
  return (
    <SetupList
      section="desks"
      query={useDesks()}
      itemOf={({ id, name, settings }) => ({
        ...{ id, name, active: true },
        facts: [
          t('admin.desks.acknowledge', { duration: duration(settings.acknowledgeWithin) }),
          t('admin.desks.resolve', { duration: duration(settings.resolveTier1Within) }),
        ],
      })}
    />
  );
}
