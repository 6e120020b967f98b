import '@mantine/dates/styles.css';
import { DateInput, type DateInputProps } from '@mantine/dates';
import 'dayjs/locale/id';
import 'dayjs/locale/en-gb';
import { useTranslation } from 'react-i18next';
import { typedDay } from '../shared/typed-day.ts';
import { spokenLanguage } from '../text/language.ts';
import classes from './day-field.module.css';

/** A day (`2026-11-24`) in words, chosen from a calendar that begins on Monday or typed. */
export function DayField(props: DateInputProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      valueFormat="D MMMM YYYY"
      locale={spokenLanguage() === 'en' ? 'en-gb' : 'id'}
      dateParser={typedDay}
      clearable
      hideOutsideDates
      classNames={{ day: classes.day ?? '' }}
      // Above everything, yet part of the page's content.
      popoverProps={{ portalProps: { target: '#content' } }}
      clearButtonProps={{ 'aria-label': t('agentCase.clear') }}
      ariaLabels={{
        nextMonth: t('agentCase.nextMonth'),
        previousMonth: t('agentCase.previousMonth'),
        nextYear: t('agentCase.nextYear'),
        previousYear: t('agentCase.previousYear'),
        nextDecade: t('agentCase.nextDecade'),
        previousDecade: t('agentCase.previousDecade'),
      }}
      {...props}
    />
  );
}
