import {
  type Control,
  type Digest,
  type IctAsset,
  type Instant,
  type Predicate,
  type Statement,
  statementDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { assessQueued } from '../assess/assessQueued';
import { compileCatalogue } from '../assess/ControlCatalogue';
import { toInstalled } from '../assess/toInstalled';
import { normaliseWith } from './normaliseWith';
import { assetNamed, at, control, normalised, received } from './samples';
import { createStores, type TestStores } from './TestStores';

const DAY = 24 * 60;

/** Noon of a day after the first of March. */
export const noon = (day: number): Instant => at((day + 0.5) * DAY);

/** The name of such a day. */
const nameDay = (day: number) => noon(day).slice(0, 10);

const protectedBranch: Control = {
  ...control,
  population: {
    each: 'branch',
    from: 'branch-protection-observed',
    within: 'P90D',
  },
  assess: [{ id: 'it', text: 'It.', assert: 'member.protected' }],
};

/** Judges accepted risks as GOV-05 does. */
const judge = (longest: string): Control => ({
  ...control,
  id: 'gov-98-test',
  code: 'GOV-98',
  population: { each: 'record', from: 'risk-accepted', within: 'P3Y' },
  parameters: {
    longest: {
      'critical-or-important': longest,
      important: longest,
      standard: longest,
      basis: 'policy',
    },
  },
  assess: [
    {
      id: 'confirmed',
      text: 'Confirmed.',
      assert: 'member.confirmed && !member.refused',
    },
    {
      id: 'bounded',
      text: 'Bounded.',
      assert: 'member.until - member.performedOn <= parameters.longest',
    },
  ],
});

const toControls = (longest = 'P90D') =>
  compileCatalogue([protectedBranch, judge(longest)]);

type Assessed = Awaited<ReturnType<TestStores['assessments']['current']>>;

/** Assets with a branch that is not protected, and risks that people accept of it. */
export class RisksUnderTest {
  readonly stores: TestStores;
  #controls = toControls();
  #documents = 0;

  private constructor(stores: TestStores) {
    this.stores = stores;
  }

  static async begin(knex: Knex, names: readonly string[] = ['a']) {
    const bank = new RisksUnderTest(await createStores(knex));
    await bank.allow('P90D', 0);
    await bank.stores.assets.save(
      names.map(name => {
        const asset = assetNamed(name);
        const { entityRef, title } = asset;
        return { node: 'asset', entityRef, title, links: [], asset };
      }),
      noon(0),
    );
    await bank.learn(0, ...names.map(observeBranch));
    await bank.assess(0);
    return bank;
  }

  get controls() {
    return this.#controls;
  }

  /** Installs the controls; risks are accepted for that long at most. */
  async allow(longest: string, day: number) {
    this.#controls = toControls(longest);
    await this.stores.assessments.install(
      [...this.#controls.values()].map(toInstalled),
      noon(day),
    );
  }

  /** Stores a risk that somebody accepts on a day. */
  async accept(
    day: number,
    more: Partial<Predicate<'risk-accepted'>> = {},
    name = 'a',
  ): Promise<Digest> {
    const { entityRef } = assetNamed(name);
    return this.#record(day, 'risk-accepted', {
      entityRef,
      recordedBy: toUser('marco'),
      performedOn: nameDay(day) as never,
      documents: [],
      control: control.id,
      justification: 'It is replaced.',
      until: nameDay(day + 20),
      ...more,
    });
  }

  /** Stores what somebody decides about it. */
  async decide(
    day: number,
    evidence: Digest,
    {
      who = 'beatriz',
      decision = 'approved',
      name = 'a',
    }: { who?: string; decision?: 'approved' | 'rejected'; name?: string } = {},
  ): Promise<void> {
    const { entityRef } = assetNamed(name);
    const confirmedBy = toUser(who);
    const predicate = { entityRef, evidence, decision, confirmedBy };
    await this.#record(day, 'evidence-confirmed', predicate);
  }

  async #record<Type extends 'risk-accepted' | 'evidence-confirmed'>(
    day: number,
    type: Type,
    predicate: Predicate<Type>,
  ): Promise<Digest> {
    const statement = {
      type,
      subjects: [{ kind: 'entity', uri: predicate.entityRef }],
      predicate,
      observedAt: noon(day),
      sourceId: 'test',
    } as unknown as Statement;
    await this.learn(day, statement);
    return statementDigest(statement);
  }

  async learn(day: number, ...statements: Statement[]) {
    const { documents } = this.stores;
    this.#documents += 1;
    await documents.receive([received(`${this.#documents}`, day * DAY)]);
    await normaliseWith(documents, {
      limit: 9,
      now: noon(day),
      normalise: normalised(...statements),
    });
  }

  /** Assesses what is due on a day; returns how many pairs. */
  assess(day: number): Promise<number> {
    return assessQueued(this.stores.assessments, this.stores.decision, {
      controls: this.#controls,
      limit: 500,
      now: noon(day),
      onFailed({ error }) {
        throw error;
      },
    });
  }

  /** What was found of the branch. */
  async find(name = 'a') {
    const { entityRef } = assetNamed(name);
    const all: Assessed = await this.stores.assessments.current(entityRef);
    return all.get(control.id)!;
  }
}

function observeBranch(name: string): Statement {
  const [uri] = assetNamed(name).repositories as [string];
  return {
    type: 'branch-protection-observed',
    subjects: [{ kind: 'repository', uri }],
    predicate: { complete: true, branch: 'main', protected: false },
    observedAt: noon(0),
    sourceId: 'test',
  };
}

function toUser(name: string) {
  return {
    system: 'backstage',
    login: `user:default/${name}`,
    kind: 'human' as const,
  };
}

/** All pairs of some assets and the controls. */
export function pairAll(
  assets: readonly IctAsset[],
  ids: Iterable<string>,
): { entityRef: string; controlId: string; asset: IctAsset }[] {
  const controlIds = [...ids];
  return assets.flatMap(asset =>
    controlIds.map(controlId => ({
      entityRef: asset.entityRef,
      controlId,
      asset,
    })),
  );
}
