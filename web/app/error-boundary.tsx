import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { t } from 'i18next';

/** The last resort: says so in words, and offers the one thing that helps. A class, because React has no other way. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Container size="xs" component="main" py="xl">
        <Stack role="alert">
          <Title order={1}>{t('app.broken.title')}</Title>
          <Text>{t('app.broken.text')}</Text>
          <Button onClick={() => location.reload()}>{t('app.broken.reload')}</Button>
        </Stack>
      </Container>
    );
  }
}
