import { TextInput, type TextInputProps } from '@mantine/core';

/** Six digits of an authenticator, or a recovery code; phones offer the one that they know. */
export function CodeField(props: TextInputProps) {
  return (
    <TextInput
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      required
      withAsterisk={false}
      {...props}
    />
  );
}
