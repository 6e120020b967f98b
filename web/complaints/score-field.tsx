import { VisuallyHidden } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import './score-field.css';

const scores = [1, 2, 3, 4, 5];

/** One to five stars: plain radio buttons, so that every keyboard and screen reader knows them. 0 for none yet. */
export function ScoreField({
  legend,
  value,
  onChange,
}: {
  legend: string;
  value: number;
  onChange: (score: number) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="bare-fieldset">
      <legend>{legend}</legend>
      <div className="score-field">
        {scores.map((score) => (
          <label key={score} className="score" title={t('myCase.rate.score', { score })}>
            <input
              type="radio"
              name={name}
              value={score}
              checked={score === value}
              onChange={() => onChange(score)}
              className="score-input"
            />
            <VisuallyHidden>{t('myCase.rate.score', { score })}</VisuallyHidden>
            {score <= value ? <IconStarFilled size={34} aria-hidden /> : <IconStar size={34} aria-hidden />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
