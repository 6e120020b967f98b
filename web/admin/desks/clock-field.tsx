import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { spokenLanguage } from '../../text/language.ts';
import { clockOf, clockText } from './clock-text.ts';

interface ClockFieldProps {
  label: string;
  /** HH:mm */
  value: string;
  error: string | undefined;
  onChange: (clock: string) => void;
}

/** A time of the day on the 24-hour clock, whatever the browser prefers; typed in any usual way. */
export function ClockField({ label, value, error, onChange }: ClockFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={label}
      inputMode="decimal"
      w={84}
      maxLength={5}
      autoComplete="off"
      value={typed ?? clockText(value, spokenLanguage())}
      error={error}
      styles={{ error: { width: 180 } }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(clockOf(event.currentTarget.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
