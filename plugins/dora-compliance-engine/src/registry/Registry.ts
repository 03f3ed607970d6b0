import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetRecord } from '../judgement/asset-record/assetRecord';
import { classification } from '../judgement/classification/classification';
import { independence } from '../judgement/independence/independence';
import { ownership } from '../judgement/ownership/ownership';
import { provider } from '../judgement/provider/provider';
import { support } from '../judgement/support/support';
import { traceability } from '../judgement/traceability/traceability';
import { assetPopulation } from '../population/assetPopulation';
import { deploymentPopulation } from '../population/deploymentPopulation';
import type { Judgement } from './Judgement';
import type { Clause, Population } from './Population';

/** The populations and judgements that controls can use. */
type Registry = {
  population(of: Control): Population;
  judgements: ReadonlyMap<string, Judgement>;
};

const populations: {
  readonly [Each in Control['population']['each']]: (
    clause: Clause<Each>,
  ) => Population;
} = {
  asset: assetPopulation,
  'service-deployed': deploymentPopulation,
};

const judgements: readonly Judgement[] = [
  assetRecord,
  classification,
  independence,
  ownership,
  provider,
  support,
  traceability,
];

/** What every installation has. */
export const registry: Registry = {
  population({ population }) {
    const make: (clause: never) => Population = populations[population.each];
    return make(population as never);
  },
  judgements: new Map(judgements.map(one => [one.name, one])),
};
