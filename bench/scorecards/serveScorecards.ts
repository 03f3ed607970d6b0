import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { toInstant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { AddressInfo } from 'node:net';
import type { ControlCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import { bindScorecardOperations } from '../../plugins/dora-compliance-backend/src/http/bindScorecardOperations';
import { CursorSeal } from '../../plugins/dora-compliance-backend/src/kernel/paging/CursorSeal';
import { KnexCursorKey } from '../../plugins/dora-compliance-backend/src/kernel/paging/KnexCursorKey';
import { AccessControl } from '../../plugins/dora-compliance-backend/src/permissions/AccessControl';
import { KnexRegisterStore } from '../../plugins/dora-compliance-backend/src/register/KnexRegisterStore';
import { KnexActionsQuery } from '../../plugins/dora-compliance-backend/src/read/actions/KnexActionsQuery';
import { KnexScorecardQuery } from '../../plugins/dora-compliance-backend/src/read/scorecards/KnexScorecardQuery';
import { serveRouter } from '../../plugins/dora-compliance-backend/src/testing/serveRouter';
import { ScorecardScopes } from '../../plugins/dora-compliance-backend/src/read/scorecards/ScorecardScopes';

/** The operations on scorecards over HTTP; the catalog and the policy are in memory. */
export async function serveScorecards(knex: Knex, controls: ControlCatalogue) {
  const scorecards = new KnexScorecardQuery(knex, controls);
  const server = await serveRouter(router =>
    bindScorecardOperations(router, {
      auditor: {
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      },
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.user(),
      }),
      access: new AccessControl({
        permissions: mockServices.permissions(),
        list: async () => [],
        own: async () => [],
        rules: undefined as never,
      }),
      assets: undefined as never,
      whenInInventory: async () => undefined,
      cursors: new CursorSeal(new KnexCursorKey(knex)),
      scorecards,
      actions: new KnexActionsQuery(knex, controls),
      scopes: new ScorecardScopes({
        groups: {
          listWithin: async refs => [...refs],
          listKnown: async refs => new Set(refs),
        },
        domains: { listSystems: async () => undefined },
        register: new KnexRegisterStore(knex),
        scorecards,
      }),
      now: () => toInstant(new Date()),
    }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    /** The same without HTTP, the catalog and the policy. */
    readAsset: (ref: string) =>
      scorecards.read(
        { of: 'asset', ref, owners: [], visible: 'all' },
        { limit: 1, monthAgo: '2026-10-01' },
        { readable: async () => () => true },
      ),
    get: async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      const text = await answer.text();
      if (!answer.ok) {
        throw new Error(`${path}: ${answer.status} ${text}`);
      }
      return text.length;
    },
    stop: () => server.close(),
  };
}
