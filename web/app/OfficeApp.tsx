import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../api-problem.ts';
import { AppearanceChoice } from '../office/appearance.ts';
import { ArticleReader } from '../office/Cites.tsx';
import { readRemembered } from '../office/remembered.ts';
import { type Appearance, officeTheme, wearAppearance } from '../office/theme.ts';
import { officeRouter } from './office-routes.tsx';

/** A session that ended shows the login again; what the screen held stays where it was typed. */
function onFault(error: Error): void {
  if (error instanceof ApiProblem && error.status === 401) void client.invalidateQueries({ queryKey: ['getSession'] });
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onFault }),
  mutationCache: new MutationCache({ onError: onFault }),
  defaultOptions: {
    // The client in api.ts already repeats what the network lost.
    queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

function useAppearance() {
  const [appearance, setAppearance] = useState<Appearance>(() => readRemembered<Appearance>('appearance', 'system'));
  const [, follow] = useState(0);
  wearAppearance(appearance);
  useEffect(() => {
    const machine = matchMedia('(prefers-color-scheme: dark)');
    const onChange = () => follow((n) => n + 1);
    machine.addEventListener('change', onChange);
    return () => machine.removeEventListener('change', onChange);
  }, []);
  return { appearance, setAppearance };
}

/** The offices' application: theme, language, questions and routes. */
export function OfficeApp() {
  const { appearance, setAppearance } = useAppearance();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = useMemo(() => officeTheme(appearance), [appearance, dark]);
  const choice = useMemo(() => ({ appearance, choose: setAppearance }), [appearance, setAppearance]);
  return (
    <StrictMode>
      <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
        {/* Below the head of the page and of a drawer: neither title is covered while it is told. */}
        <App message={{ duration: 6, top: 64 }}>
          <QueryClientProvider client={client}>
            <AppearanceChoice.Provider value={choice}>
              <ArticleReader>
                <RouterProvider router={officeRouter} />
              </ArticleReader>
            </AppearanceChoice.Provider>
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>
  );
}
