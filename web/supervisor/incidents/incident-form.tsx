import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFilterChoices } from '../../agent/cases/filter-choices.ts';
import { FormDialog } from '../../agent/form-dialog.tsx';
import { isProblem } from '../../api/problem.ts';
import { useIncidentOrder, type Incident } from './incident-queries.ts';

interface IncidentFormProps {
  /** None: a new one. */
  incident?: Incident;
  opened: boolean;
  onClose: () => void;
}

/** What an incident is called, and what people read about it before they report the same. */
export function IncidentForm({ incident, opened, onClose }: IncidentFormProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { systems } = useFilterChoices();
  const [systemId, setSystemId] = useState(incident?.systemId ?? '');
  const [title, setTitle] = useState(incident?.title ?? '');
  const [notice, setNotice] = useState(incident?.notice ?? '');
  // What one began to change; who changes it meanwhile is not overwritten unseen.
  const [version] = useState(incident?.version ?? 0);
  const order = useIncidentOrder();
  const fault = (field: string) => (isProblem(order.error) ? order.error.faultOf(field) : undefined);
  const submit = () => {
    if (incident) {
      order.mutate({ name: 'change', id: incident.id, version, title, notice }, { onSuccess: onClose });
      return;
    }
    order.mutate(
      { name: 'open', systemId, title, notice },
      { onSuccess: ({ incident: { id } }) => go(`/incidents/${id}`) },
    );
  };
  return (
    <FormDialog
      title={t(incident ? 'incident.form.change' : 'incident.form.open')}
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(incident ? 'incident.form.save' : 'incident.form.submit')}
      pending={order.isPending}
      error={order.error}
    >
      {!incident && (
        <NativeSelect
          data-autofocus
          label={t('incident.form.system')}
          required
          withAsterisk={false}
          value={systemId}
          error={fault('systemId')}
          onChange={(event) => setSystemId(event.currentTarget.value)}
          data={[
            { value: '', label: t('incident.form.choose') },
            ...systems.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextInput
        label={t('incident.form.title')}
        required
        withAsterisk={false}
        minLength={3}
        maxLength={200}
        value={title}
        error={fault('title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('incident.form.notice')}
        description={t('incident.form.noticeHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2_000}
        value={notice}
        error={fault('notice')}
        onChange={(event) => setNotice(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
