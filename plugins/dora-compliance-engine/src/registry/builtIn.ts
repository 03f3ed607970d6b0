import { assetRecord } from '../judgement/asset-record/assetRecord';
import { classification } from '../judgement/classification/classification';
import { independence } from '../judgement/independence/independence';
import { ownership } from '../judgement/ownership/ownership';
import { provider } from '../judgement/provider/provider';
import { support } from '../judgement/support/support';
import { traceability } from '../judgement/traceability/traceability';
import { assetPopulation } from '../population/assetPopulation';
import { deploymentPopulation } from '../population/deploymentPopulation';
import { changePopulation } from '../population/changePopulation';
import { findingPopulation } from '../population/findingPopulation';
import { incidentPopulation } from '../population/incidentPopulation';
import { intervalPopulation } from '../population/intervalPopulation';
import {
  branchPopulation,
  environmentPopulation,
  pipelinePopulation,
} from '../population/states';
import { Registry } from './Registry';

/**
 * The populations and judgements that every installation has.
 *
 * @public
 */
export const builtIn = new Registry({
  populations: [
    assetPopulation,
    branchPopulation,
    changePopulation,
    deploymentPopulation,
    environmentPopulation,
    findingPopulation,
    incidentPopulation,
    intervalPopulation,
    pipelinePopulation,
  ],
  judgements: [
    assetRecord,
    classification,
    independence,
    ownership,
    provider,
    support,
    traceability,
  ],
});
