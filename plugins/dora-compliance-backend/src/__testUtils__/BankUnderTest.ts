import {
  mockCredentials,
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ICT_ASSET_RESOURCE,
  INVENTORY_KINDS,
  nodeFromEntity,
  type OperationName,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import type { InventoryItem } from '../register/Inventory';
import { catalogSource, peopleSource } from '../register/ownSources';
import { describeOwnership, type Owners } from '../register/ownership';
import { Corridor } from '../compose/Corridor';
import { migrate } from '../kernel/database/migrate';
import { createApiRouter } from '../http/createApiRouter';
import { AccessControl } from '../permissions/AccessControl';
import { createAssetRules } from '../permissions/AssetRules';
import { at, lateAfter } from '../testing/samples';
import { bankControls } from './bankControls';
import { bankEntities, bankOwners } from './bankEntities';
import { bankSource, seedBank } from './bankHistory';
import type { FreshDatabases } from './FreshDatabases';
import { ictAssetRuleset } from './ictAssetRuleset';
import { ScriptedCollector } from './ScriptedCollector';
import { ScorecardScopes } from '../read/scorecards/ScorecardScopes';
import { silentTelemetry } from './silentTelemetry';

/** Who asks, and what that caller may read in the catalog. */
export type BankReader = {
  name: string;
  reads: (entityRef: string) => boolean;
  /** Whether the policy allows the whole catalog without looking at it. */
  seesAll?: boolean;
  /** What the policy asks of the assets whose compliance this caller may read. */
  reading?: AssetConditions | AuthorizeResult.DENY;
  /** Which assets meet that. */
  meets?: (entityRef: string) => boolean;
  /** What the policy decides about exports; allowed by default. */
  exporting?: AssetConditions | AuthorizeResult.DENY;
};

/** Conditions of a policy on assets. */
type AssetConditions = PermissionCriteria<PermissionCondition>;

/** What is asked of an operation. */
export type BankRequest = {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: object;
};

/** The API of a backend with the data of a bank, as one caller sees it. */
export class BankUnderTest {
  readonly collector = new ScriptedCollector();
  minutes = 0;
  /** Names of the query parameters that were used, by operation. */
  readonly used = new Map<OperationName, Set<string>>();
  /** What was asked of other plugins, and which statements were executed. */
  readonly work: string[] = [];
  readonly #app: express.Express;
  readonly corridor: Corridor;

  private constructor(
    readonly knex: Knex,
    readonly has: (entityRef: string) => boolean,
    readonly reader: BankReader,
  ) {
    this.corridor = this.#makeCorridor();
    this.#app = express().use(this.#makeRouter());
    knex.on('query', ({ sql }) => this.work.push(sql));
  }

  /** A bank that has some of its entities, with all that happened to those. */
  static async on(
    databases: FreshDatabases,
    databaseId: TestDatabaseId,
    options: { has: (entityRef: string) => boolean; reader: BankReader },
  ): Promise<BankUnderTest> {
    const knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    const { has, reader } = options;
    const bank = new BankUnderTest(knex, has, reader);
    await bank.corridor.install();
    await seedBank(bank);
    return bank;
  }

  /** The answer of an operation as text, with its status. */
  async ask(name: OperationName, asked: BankRequest = {}): Promise<string> {
    const { method, path } = operations[name];
    const { params = {}, query = {}, body } = asked;
    const known = this.used.get(name) ?? new Set();
    Object.keys(query).forEach(key => known.add(key));
    this.used.set(name, known);
    const url = path.replace(/\{(\w+)\}/g, (_, key) =>
      encodeURIComponent(params[key] ?? ''),
    );
    const sent =
      method === 'GET'
        ? request(this.#app).get(url)
        : request(this.#app).post(url).send(body);
    const answer = await sent.query(query).buffer(true).parse(asText);
    return `${answer.status} ${answer.body}`;
  }

  now = () => at(this.minutes);

  async stop(): Promise<void> {
    await this.corridor.stop();
    await this.knex.destroy();
  }

  #makeCorridor(): Corridor {
    return new Corridor({
      knex: this.knex,
      sources: new Map(
        [bankSource, catalogSource, peopleSource].map(of => [of.id, of]),
      ),
      collectors: new Map([[this.collector.sourceId, this.collector]]),
      controls: new Map(
        bankControls.map(control => [control.id, compileControl(control)]),
      ),
      inventory: {
        find: async () => [],
        pages: () => this.#pages(),
      },
      logger: mockServices.logger.mock(),
      telemetry: silentTelemetry(),
      lateAfter,
      now: this.now,
    });
  }

  #makeRouter() {
    const { corridor, now, reader } = this;
    const httpAuth = mockServices.httpAuth({
      defaultCredentials: mockCredentials.user(),
    });
    return createApiRouter({
      ingest: { sources: new Map() } as never,
      logger: mockServices.logger.mock(),
      onPage: () => corridor.pageBegins(),
      operations: {
        ...corridor,
        ...corridor.sources.api,
        auditor: mockServices.auditor.mock({
          createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
        }),
        httpAuth,
        auth: mockServices.auth(),
        access: new AccessControl({
          permissions: this.#permissions(),
          list: async () => this.#listed(),
          own: async () => [],
          rules: createAssetRules(ictAssetRuleset, corridor.ruledAssets),
        }),
        whenInInventory: async () => {
          this.work.push('catalog');
          return undefined;
        },
        scopes: new ScorecardScopes({
          groups: {
            listWithin: async refs =>
              refs.flatMap(ref => this.#listWithin(ref)),
            listKnown: async refs =>
              new Set(refs.flatMap(ref => this.#listWithin(ref))),
          },
          domains: {
            listSystems: async ref =>
              ref === 'domain:default/bank'
                ? ['system:default/core'].filter(
                    one => this.has(one) && reader.reads(one),
                  )
                : undefined,
          },
          register: corridor.register,
          scorecards: corridor.scorecards,
        }),
        now,
        onReplay: () => {},
        onReview: () => {},
        onRecorded: () => {},
        onCollect: () => {},
      },
    });
  }

  /** As the catalog decides: what does not exist can't be read. */
  #permissions() {
    const { reader } = this;
    const mayRead = (ref: string) =>
      reader.reads(ref) && (bankOwners.has(ref) || this.has(ref));
    const decision: PolicyDecision = reader.seesAll
      ? { result: AuthorizeResult.ALLOW }
      : {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: [] },
          },
        };
    return mockServices.permissions.mock({
      authorizeConditional: async asked => [
        decision,
        ...[reader.reading, reader.exporting]
          .map(decideAssets)
          .slice(0, asked.length - 1),
      ],
      authorize: (async (asked: { resourceRef?: string }[]) => {
        this.work.push('permission');
        return asked.map(({ resourceRef }) => ({
          result:
            resourceRef === undefined || reader.seesAll || mayRead(resourceRef)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }));
      }) as never,
    });
  }

  /** The guards are a part of the team. */
  #listWithin(groupRef: string): string[] {
    const all = [...bankOwners.keys()];
    const within = groupRef === all[0] ? all : [groupRef];
    return within.filter(ref => bankOwners.has(ref) && this.reader.reads(ref));
  }

  #listed(): string[] {
    return this.#entities()
      .filter(({ kind }) => INVENTORY_KINDS.includes(kind))
      .map(entity => stringifyEntityRef(entity))
      .filter(ref => this.reader.reads(ref));
  }

  #entities() {
    return bankEntities.filter(entity => this.has(stringifyEntityRef(entity)));
  }

  async *#pages(): AsyncGenerator<InventoryItem[]> {
    yield this.#entities().flatMap((entity): InventoryItem[] => {
      const node = nodeFromEntity(entity);
      if (node?.node !== 'asset') {
        return node ? [{ node }] : [];
      }
      return [{ node, ownership: describeOwnership(node.asset, owners()) }];
    });
  }
}

function decideAssets(
  of: AssetConditions | AuthorizeResult.DENY | undefined,
): PolicyDecision {
  if (of === undefined || of === AuthorizeResult.DENY) {
    return { result: of ?? AuthorizeResult.ALLOW };
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'dora-compliance',
    resourceType: ICT_ASSET_RESOURCE,
    conditions: of,
  };
}

function owners(): Owners {
  const known: Owners = new Map();
  for (const [ref, count] of bankOwners) {
    const members = Array.from({ length: count }, (_, n) => `user:x/${n}`);
    known.set(ref, { kind: 'group', title: ref, members, children: [] });
    members.forEach(member =>
      known.set(member, {
        kind: 'user',
        title: member,
        members: [],
        children: [],
      }),
    );
  }
  return known;
}

function asText(
  response: request.Response,
  done: (error: Error | null, body: string) => void,
) {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', chunk => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
}
