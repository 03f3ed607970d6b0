import { AppRouter, createSpecializedApp } from '@backstage/core-app-api';
import {
  type AnyApiRef,
  attachComponentData,
  createApiFactory,
  discoveryApiRef,
  errorApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { MockErrorApi, MockFetchApi, mockApis } from '@backstage/test-utils';
import { themes, UnifiedThemeProvider } from '@backstage/theme';
import { render } from '@testing-library/react';
import type { ComponentType, JSX, PropsWithChildren } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { doraCompliancePlugin } from '../plugin';
import { backendUrl } from './ledgerViews';
import { PSEUDO_LANGUAGE, pseudoResources } from './pseudoLanguage';

const apis: [AnyApiRef, unknown][] = [
  [discoveryApiRef, mockApis.discovery({ baseUrl: backendUrl })],
  [errorApiRef, new MockErrorApi()],
  [fetchApiRef, new MockFetchApi()],
  [permissionApiRef, mockApis.permission()],
];

/** Renders an extension in a legacy app whose language is the pseudo-language. */
export function renderLegacyApp(
  extension: JSX.Element,
  entity: Entity,
  search: string,
) {
  const app = createSpecializedApp({
    defaultApis: apis.map(([ref, api]) => createApiFactory(ref, api)),
    components: components(`/page${search}`),
    icons: {} as never,
    plugins: [doraCompliancePlugin],
    themes: [
      {
        id: 'light',
        title: 'Light',
        variant: 'light',
        Provider: ({ children }) => (
          <UnifiedThemeProvider theme={themes.light}>
            {children}
          </UnifiedThemeProvider>
        ),
      },
    ],
    configLoader: async () => [
      { context: 'test', data: { app: { baseUrl: 'http://localhost' } } },
    ],
    __experimentalTranslations: {
      defaultLanguage: PSEUDO_LANGUAGE,
      availableLanguages: ['en', PSEUDO_LANGUAGE],
      resources: pseudoResources,
    },
  });
  const Root = app.createRoot(
    <AppRouter>
      <EntityProvider entity={entity}>
        <Routes>
          <Route path="/page" element={extension} />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<EntityPage />}
          />
        </Routes>
      </EntityProvider>
    </AppRouter>,
  );
  return render(<Root />);
}

function EntityPage() {
  return <></>;
}
attachComponentData(EntityPage, 'core.mountPoint', entityRouteRef);

function components(address: string) {
  const Failure = ({ error }: { error?: Error }) => <>{String(error)}</>;
  const Router: ComponentType<PropsWithChildren<{}>> = ({ children }) => (
    <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
  );
  return {
    NotFoundErrorPage: () => <>404</>,
    BootErrorPage: Failure,
    ErrorBoundaryFallback: Failure,
    Progress: () => <></>,
    Router,
  };
}
