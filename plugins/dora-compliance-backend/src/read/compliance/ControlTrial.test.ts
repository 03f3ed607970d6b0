import type {
  Control,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  english,
  explain,
  overrideParameters,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { readAssetsPage } from '../../assess/KnexAssetsPage';
import { receiveAndKeep } from '../../testing/receiveAndKeep';
import {
  assetNamed,
  at,
  control as definition,
  nodeNamed,
} from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { ControlTrial } from './ControlTrial';

const databases = new FreshDatabases();

/** A control over the kind of the owner of an asset, as the text of its file. */
const write = (assert: string, within = 'P30D') => `
id: ${definition.id}
code: CHG-99
title: T
objective: O
provisions: [{ act: DORA, ref: '9(4)(e)', relation: supports }]
lens: { area: resilience }
appliesTo: { kind: component }
severity: { critical-or-important: high, important: medium, standard: low }
population: { each: asset, from: ownership-observed, within: ${within} }
assess:
  - id: it
    text: It.
    assert: ${assert}
remediation: R
`;

const installed: Control = {
  ...definition,
  appliesTo: { kind: 'component' },
  population: { each: 'asset', from: 'ownership-observed', within: 'P30D' },
  assess: [{ id: 'it', text: 'It.', assert: 'member.entityRef != ""' }],
};

function observed(name: string): Statement {
  const { entityRef } = assetNamed(name);
  return {
    type: 'ownership-observed',
    subjects: [{ kind: 'entity', uri: entityRef }],
    predicate: { entityRef },
    observedAt: at(1),
    sourceId: 'catalog',
  };
}

describe.each(databases.eachSupportedId())('ControlTrial on %s', id => {
  let knex: Knex;

  async function create(
    controls: readonly Control[] = [installed],
    prepare?: (control: Control) => Control,
  ) {
    knex = await databases.init(id);
    const stores = await createStores(knex);
    const names = ['a', 'b', 'c'];
    await stores.assets.save(
      names.map(name => nodeNamed(name)),
      at(0),
    );
    await receiveAndKeep(stores, '1', ...names.slice(0, 2).map(observed));
    const before = await knex('assessment').count();
    const trial = new ControlTrial({
      readPage: asked => readAssetsPage(knex, asked),
      stores: { ...stores.decision },
      controls: compileCatalogue(controls),
      prepare,
      sentences: explain(english),
    });
    return { trial, before };
  }

  afterEach(() => knex.destroy());

  const page = { limit: 2 };
  const asked = at(200);

  it('says what would change, page by page, and records nothing', async () => {
    const { trial, before } = await create();
    const text = write('member.entityRef == "component:default/a"');
    const first = await trial.try({ control: text }, page, asked);
    expect(first).toMatchObject({
      controlId: definition.id,
      asOf: at(200),
      items: [
        {
          entityRef: 'component:default/a',
          before: { status: 'satisfied' },
          after: { status: 'satisfied' },
        },
        {
          entityRef: 'component:default/b',
          before: { status: 'satisfied' },
          after: {
            status: 'not-satisfied',
            reason: {
              sentence:
                'The requirement "It" is not met: entityRef = "component:default/b".',
            },
          },
        },
      ],
    });
    const { nextCursor } = first as { nextCursor: string };
    const second = await trial.try(
      { control: text },
      { ...page, cursor: nextCursor },
      asked,
    );
    expect(second).toMatchObject({
      items: [{ after: { status: 'not-assessed' } }],
    });
    expect(second).not.toHaveProperty('nextCursor');
    expect(await knex('assessment').count()).toEqual(before);
    expect(await knex('control')).toEqual([]);
  });

  it('has nothing to compare a new control with', async () => {
    const { trial } = await create([]);
    const { items } = (await trial.try(
      { control: write('member.entityRef != ""') },
      page,
      asked,
    )) as { items: object[] };
    expect(items[0]).not.toHaveProperty('before');
  });

  it('is prepared as an installed control is', async () => {
    const { trial } = await create([installed], control => {
      throw new Error(`${control.id} is not of the regime`);
    });
    expect(
      await trial.try({ control: write('true == true') }, page, asked),
    ).toBe(`${definition.id} is not of the regime`);
  });

  it.each([
    ['control.yaml:14: assess.0.assert', write('member.entityRf != ""')],
    ['control.yaml:10: population.within', write('true', 'soon')],
    ['control.yaml:1: ', 'id: ['],
  ])('names what is wrong: %s', async (problem, text) => {
    const { trial } = await create();
    expect(await trial.try({ control: text }, page, asked)).toContain(problem);
  });

  describe('another value of a parameter', () => {
    const limited: Control = {
      ...installed,
      parameters: {
        longest: {
          'critical-or-important': 30,
          important: 30,
          standard: 30,
          basis: 'policy',
          stricter: 'lower',
        },
      },
      assess: [
        {
          id: 'it',
          text: 'It.',
          assert: 'size(member.entityRef) <= parameters.longest',
        },
      ],
    };
    const rationale = 'The board wants shorter names.';
    const ask = (longest: object) => ({
      controlId: definition.id,
      parameters: { longest: { rationale, ...longest } },
    });
    const approved = {
      standard: 40,
      approvedBy: 'user:default/board',
      approvedOn: '2026-03-01' as const,
    };
    const strict = { 'critical-or-important': 5, important: 5, standard: 5 };

    it('says whose status would change', async () => {
      const { trial, before } = await create([limited]);
      expect(await trial.try(ask(strict), page, asked)).toMatchObject({
        controlId: definition.id,
        items: [
          {
            before: { status: 'satisfied' },
            after: { status: 'not-satisfied' },
          },
          {},
        ],
      });
      expect(await knex('assessment').count()).toEqual(before);
    });

    it('replaces what the configuration sets', async () => {
      const overridden = overrideParameters(limited, {
        longest: { rationale, ...strict },
      });
      const { trial } = await create([overridden]);
      const looser = { 'critical-or-important': 20, important: 25 };
      expect(await trial.try(ask(looser), page, asked)).toMatchObject({
        items: [{ before: { status: 'not-satisfied' } }, {}],
      });
    });

    it('needs no reason and no approval, and says that the configuration does', async () => {
      const { trial } = await create([limited]);
      const parameters = { longest: { standard: 40 } };
      const { id: controlId } = definition;
      const answers = await Promise.all(
        [{ controlId, parameters }, ask(strict), ask(approved)].map(request =>
          trial.try(request, page, asked),
        ),
      );
      expect(answers).toEqual([
        expect.objectContaining({ controlId, needsApproval: true }),
        expect.not.objectContaining({ needsApproval: true }),
        expect.not.objectContaining({ needsApproval: true }),
      ]);
    });

    it.each([
      [
        'an unknown parameter',
        { controlId: definition.id, parameters: { longst: { rationale } } },
        'parameters.longst',
      ],
      [
        'an unknown control',
        { controlId: 'chg-98-gone', parameters: {} },
        'chg-98-gone',
      ],
    ])('names what is wrong: %s', async (_, request, problem) => {
      const { trial } = await create([limited]);
      expect(await trial.try(request, page, asked)).toContain(problem);
    });
  });
});
