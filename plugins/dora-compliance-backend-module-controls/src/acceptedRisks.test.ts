import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IctAsset } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  compileControl,
  deriveAcceptances,
  evaluateControl,
  judgesAcceptances,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { parseControl } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { folder, readSamples } from './__testUtils__/readSamples';

const id = 'gov-05-exceptions-bounded';
const file = path.join(folder, id, 'control.yaml');
const bounded = compileControl(parseControl(readFileSync(file, 'utf8'), file));
const { asOf, cases } = readSamples(id);

const ledger: IctAsset = {
  id: 'urn:backstage:component:default:ledger',
  declared: {},
  problems: [],
  entityRef: 'component:default/ledger',
  kind: 'component',
  title: 'Ledger',
  type: 'service',
  repositories: ['https://github.com/bank/ledger'],
  linked: true,
};

it('judges accepted risks', () => {
  expect(judgesAcceptances(bounded)).toBe(true);
});

// A risk never counts that GOV-05 calls unbounded, nor the other way round.
it.each(
  cases
    .map(({ asset, ...one }) => ({ ...one, asset: { ...ledger, ...asset } }))
    .filter(({ asset }) => bounded.appliesTo(asset))
    .map(one => [one.name, one] as const),
)(
  'accepts as many risks as GOV-05 bounds: %s',
  (_, { asset, evidence, input }) => {
    const known = { asset, evidence, asOf, people: [], ...input };
    const { counts } = evaluateControl(bounded, {
      ...{ sourceHeard: true, gaps: [] },
      ...known,
    });
    expect(deriveAcceptances(known, [bounded])).toHaveLength(counts.satisfied);
  },
);
