import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from '../../api-problem.ts';
import '../../tokens.css';
import '../../ui/kit.css';
import './applicant.css';
import { noteMissingParts } from '../missing-part.ts';
import { applyElderMode } from './elder-mode.ts';
import { applicantRouter } from './routes.tsx';

noteMissingParts();
applyElderMode();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // The client already asks again when the network fails; an answer that says no will say no again.
      retry: (times, error) => times < 1 && error instanceof ApiProblem && error.status >= 500,
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={applicantRouter} />
    </QueryClientProvider>
  </StrictMode>,
);
