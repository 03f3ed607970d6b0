import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  DoraComplianceClient,
  type Page,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { http, HttpResponse } from 'msw';
import type { SetupServer } from 'msw/node';
import { useSearchParams } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { PageMain } from '../page/PageMain';
import { permissionsWithout } from '../permissions/__testUtils__/permissionsWithout';
import { SourcesContent } from '../sources/SourcesContent';
import { backendUrl } from './ledgerViews';
import { github, gitlab, sourcesUrl } from './sourceViews';

/** Returns which sources there are, and counts how often that was asked. */
export function answerSources(
  server: SetupServer,
  items: SourceView[] = [gitlab, github],
) {
  const asked = { times: 0 };
  server.use(
    http.get(sourcesUrl, () => {
      asked.times += 1;
      return HttpResponse.json({ items });
    }),
  );
  return asked;
}

/** Answers a list at an address with pages, and notes what was asked. */
export function answerPages<T>(
  server: SetupServer,
  url: string,
  pages: T[][],
  wrap: (page: Page<T>) => object = page => page,
) {
  const asked: string[] = [];
  server.use(
    http.get(url, ({ request }) => {
      const { search, searchParams } = new URL(request.url);
      asked.push(decodeURIComponent(search));
      const page = Number(searchParams.get('cursor') ?? 0);
      const nextCursor = page + 1 < pages.length ? `${page + 1}` : undefined;
      return HttpResponse.json(wrap({ items: pages[page] ?? [], nextCursor }));
    }),
  );
  return asked;
}

/** The page at an address, for somebody who is denied some permissions. */
export function renderSources(address = '', denied: string[] = []) {
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(
    // Answers about permissions are kept for the whole process otherwise.
    <SWRConfig value={{ provider: () => new Map() }}>
      <PageMain page="source">
        <SourcesContent />
      </PageMain>
      <Address />
    </SWRConfig>,
    {
      apis: [[doraComplianceApiRef, client], permissionsWithout(denied)],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${address}`],
    },
  );
}

function Address() {
  const [params] = useSearchParams();
  return <output aria-label="Address">{params.toString()}</output>;
}
