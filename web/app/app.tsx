import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Router } from 'wouter';
import { createQueryClient } from '../api/query-client.ts';
import { askBeforeLeaving } from '../shared/leave-guard.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Routes } from './routes.tsx';
import { theme } from './theme.ts';

export function App({ styleNonce }: { styleNonce: string }) {
  const [client] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <Router aroundNav={askBeforeLeaving}>
            <Routes />
          </Router>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
