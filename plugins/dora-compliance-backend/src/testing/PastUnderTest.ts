import type {
  Control,
  Day,
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { severityWeights } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { InstalledControl } from '../assess/AssessmentStore';
import { compileCatalogue } from '../assess/ControlCatalogue';
import { toInstalled } from '../assess/toInstalled';
import { ComplianceQuery } from '../read/compliance/ComplianceQuery';
import { KnexControlTexts } from '../read/compliance/KnexControlTexts';
import { KnexEvidenceOrigins } from '../read/compliance/KnexEvidenceOrigins';
import { foldScores } from '../scores/KnexFoldScores';
import { reconstructScores } from '../scores/past/KnexReconstructScores';
import { normaliseWith } from './normaliseWith';
import { assetNamed, at, control, normalised, received } from './samples';
import { createStores, type TestStores } from './TestStores';

const YEAR = 365 * 24 * 60 * 60_000;

const severity = {
  'critical-or-important': 'critical',
  important: 'high',
  standard: 'low',
} as const;

/** Two controls over what is observed of a branch. */
const controls = compileCatalogue([
  {
    ...control,
    appliesTo: { kind: 'component' },
    severity,
    population: {
      each: 'asset',
      from: 'branch-protection-observed',
      within: 'P30D',
    },
    assess: [{ id: 'it', text: 'It.', assert: 'member.protected' }],
  },
  {
    ...control,
    id: 'chg-98-test',
    code: 'CHG-98',
    appliesTo: { kind: 'component' },
    severity,
    population: {
      each: 'asset',
      from: 'branch-protection-observed',
      within: 'P5D',
    },
    assess: [{ id: 'it', text: 'It.', assert: "member.branch == 'main'" }],
  },
] satisfies Control[]);

const same = <T>(value: T): T => value;

/** Noon of a day after the first of March. */
export function noon(day: number): Instant {
  return at((day * 24 + 12) * 60);
}

/** The name of such a day. */
export function nameDay(day: number): Day {
  return noon(day).slice(0, 10);
}

/** What is observed of the branch of an asset on a day. */
export function observeBranch(
  name: string,
  day: number,
  isProtected: boolean,
): Statement {
  return {
    type: 'branch-protection-observed',
    subjects: [{ kind: 'repository', uri: `https://github.com/bank/${name}` }],
    predicate: { complete: true, branch: 'main', protected: isProtected },
    observedAt: noon(day),
    sourceId: 'github',
  };
}

/** What the catalog says about an asset on a day. */
export function observeStandard(name: string, day: number): Statement {
  const { entityRef } = assetNamed(name);
  return {
    type: 'asset-record-observed',
    subjects: [{ kind: 'entity', uri: entityRef }],
    predicate: {
      entityRef,
      record: `sha256:${'a'.repeat(64)}`,
      missing: [],
      problems: [],
      declared: 'standard',
    },
    observedAt: noon(day),
    sourceId: 'catalog',
  } as unknown as Statement;
}

/** Scores whose past is computed, over all stores. */
export class PastUnderTest {
  readonly knex: Knex;
  readonly stores: TestStores;
  #documents = 0;

  constructor(knex: Knex, stores: TestStores) {
    this.knex = knex;
    this.stores = stores;
  }

  static async begin(knex: Knex): Promise<PastUnderTest> {
    const stores = await createStores(knex);
    const bank = new PastUnderTest(knex, stores);
    await bank.install(0);
    return bank;
  }

  /** Installs the controls, or what becomes of them. */
  async install(
    day: number,
    change: (installed: InstalledControl[]) => InstalledControl[] = same,
  ) {
    const installed = [...controls.values()].map(toInstalled);
    await this.stores.assessments.install(change(installed), noon(day));
  }

  /** Adds assets to the inventory. */
  async add(owners: Readonly<Record<string, string>>, day: number) {
    await this.stores.assets.save(
      Object.entries(owners).map(([name, owner]) => {
        const asset = {
          ...assetNamed(name),
          ownerRef: `group:default/${owner}`,
        };
        const { entityRef, title } = asset;
        return { node: 'asset', entityRef, title, links: [], asset };
      }),
      noon(day),
    );
  }

  /** Learns something on a day, however late. */
  async learn(day: number, ...statements: Statement[]) {
    const { documents } = this.stores;
    this.#documents += 1;
    await documents.receive([received(`${this.#documents}`, day * 24 * 60)]);
    await normaliseWith(documents, {
      limit: 9,
      now: noon(day),
      normalise: normalised(...statements),
      lateAfter: YEAR,
    });
  }

  /** Records the scores of a day. */
  fold(day: number) {
    return foldScores(this.knex, {
      controls: [...controls.values()].map(one => one.control),
      limit: 100,
      today: nameDay(day),
    });
  }

  /** Computes the past of some assets. */
  reconstruct(
    day: number,
    options: Partial<Parameters<typeof reconstructScores>[1]> = {},
  ) {
    return reconstructScores(this.knex, {
      stores: this.stores.decision,
      controls,
      days: 40,
      limit: 10,
      now: noon(day),
      onFailed({ error }) {
        throw error;
      },
      ...options,
    });
  }

  /** What is answered for an asset as of the end of a past day, by what is known now. */
  async answer(name: string, day: Day, now: Instant) {
    const query = new ComplianceQuery({
      ...this.stores,
      controls,
      closing: { ofAll: async () => [] } as never,
      texts: new KnexControlTexts(this.knex),
      origins: new KnexEvidenceOrigins(this.knex, new Map()),
    });
    const reader = {
      seesAll: async () => true,
      readable: async () => () => true,
    } as never;
    const pairs = [];
    for (const id of controls.keys()) {
      const view = await query.readControl(
        assetNamed(name).entityRef,
        id,
        { now, asOf: `${day}T23:59:59.999Z` as Instant, known: 'now' },
        reader,
      );
      if (typeof view === 'string') {
        throw new Error(view);
      }
      const { status } = view.result;
      const weight = severityWeights[view.result.control.severity];
      pairs.push({ controlId: id, status, weight, count: 1 });
    }
    return pairs;
  }
}
