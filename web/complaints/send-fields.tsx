import { InputBase, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { allPages } from '../api/all-pages.ts';
import { answer, api } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';

// Mantine's Select and Textarea would cost the first page more than they give it.

interface FieldProps {
  id: string;
  value: string;
  error: string | undefined;
  onValue: (value: string) => void;
}

function inputOf({ id, value, error, onValue }: FieldProps) {
  const onChange = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    onValue(event.currentTarget.value);
  return { id, value, error, onChange, size: 'md' as const, withAsterisk: false, 'aria-required': true };
}

function useSystems() {
  return useQuery({
    queryKey: [...keys.setup, 'systems', 'active'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/v1/systems', { params: { query: { active: 'true', limit: 100, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
    staleTime: 300_000,
  });
}

export function SystemField(props: FieldProps) {
  const { t } = useTranslation();
  const { data: systems, error, isPending, refetch } = useSystems();
  return (
    <>
      <InputBase
        {...inputOf(props)}
        component="select"
        label={t('send.system')}
        rightSection={<IconChevronDown size={18} aria-hidden />}
        rightSectionPointerEvents="none"
      >
        <option value="">{isPending ? t('app.loading') : t('send.chooseSystem')}</option>
        {systems?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </InputBase>
      <ProblemAlert error={error} retry={() => void refetch()} />
    </>
  );
}

export function TitleField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...inputOf(props)}
      label={t('send.title')}
      description={t('send.titleHint')}
      maxLength={200}
      autoComplete="off"
    />
  );
}

const suggestions = ['login', 'slow', 'error', 'data', 'print', 'access', 'other'] as const;

/** A few words of one's own, or one of those that are offered. */
export function CategoryField(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        {...inputOf(props)}
        label={t('send.category')}
        description={t('send.categoryHint')}
        maxLength={80}
        list="send-categories"
        autoComplete="off"
      />
      <datalist id="send-categories">
        {suggestions.map((name) => (
          <option key={name} value={t(`send.categories.${name}`)} />
        ))}
      </datalist>
    </>
  );
}

export function DescriptionField({ isOptional, ...props }: FieldProps & { isOptional: boolean }) {
  const { t } = useTranslation();
  return (
    <InputBase
      {...inputOf(props)}
      component="textarea"
      multiline
      aria-required={!isOptional}
      label={t(isOptional ? 'send.addition' : 'send.description')}
      description={t(isOptional ? 'send.additionHint' : 'send.descriptionHint')}
      rows={5}
      maxLength={10_000}
      classNames={{ input: 'growing-text' }}
    />
  );
}
