import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offersOidc } from '../app/page-facts.ts';

const failures = ['notOffered', 'unavailable', 'failed', 'noAccount', 'secondFactor'] as const;

/** The way by an account of the organisation, where there is one, and why it has led back here. */
export function OidcSignIn() {
  const { t } = useTranslation();
  const [failure] = useState(() => {
    const said = new URLSearchParams(location.search).get('signIn');
    return failures.find((each) => each === said);
  });
  if (!offersOidc && !failure) return null;
  return (
    <Stack gap="sm">
      {failure && (
        <Alert color="red" variant="light" role="alert">
          {t(`session.oidc.${failure}`)}
        </Alert>
      )}
      {offersOidc && (
        <Button component="a" href="/v1/session/oidc" variant="default" size="md">
          {t('session.oidc.button')}
        </Button>
      )}
    </Stack>
  );
}
