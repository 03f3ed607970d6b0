import {
  type AppLanguageApi,
  appLanguageApiRef,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/test-utils';
import type { ReactNode } from 'react';

/** An app whose language can be switched, as in its settings. */
export function createLanguageOfApp() {
  let language = 'en';
  const listeners = new Set<() => void>();
  const api = {
    getLanguage: () => ({ language }),
    getAvailableLanguages: () => ({ languages: ['en', 'de'] }),
    setLanguage(chosen = 'en') {
      language = chosen;
      listeners.forEach(listener => listener());
    },
    language$: () => ({
      subscribe(listener: () => void) {
        listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener) };
      },
    }),
  } as unknown as AppLanguageApi;
  return {
    api,
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[appLanguageApiRef, api]]}>
        {children}
      </TestApiProvider>
    ),
  };
}
