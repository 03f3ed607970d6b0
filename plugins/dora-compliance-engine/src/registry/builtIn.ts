import { accessCombinations } from '../judgement/access-combinations/accessCombinations';
import { accessMembers } from '../judgement/access-members/accessMembers';
import { artifactOrigin } from '../judgement/artifact-origin/artifactOrigin';
import { assetRecord } from '../judgement/asset-record/assetRecord';
import { classification } from '../judgement/classification/classification';
import { emergency } from '../judgement/emergency/emergency';
import { evidenceComplete } from '../judgement/evidence-complete/evidenceComplete';
import { deploymentIdentity } from '../judgement/deployment-identity/deploymentIdentity';
import { environmentSeparation } from '../judgement/environment-separation/environmentSeparation';
import { findingRemediation } from '../judgement/finding-remediation/findingRemediation';
import { gates } from '../judgement/gates/gates';
import { incidentCause } from '../judgement/incident-cause/incidentCause';
import { independence } from '../judgement/independence/independence';
import { intervalLength } from '../judgement/interval-length/intervalLength';
import { ownership } from '../judgement/ownership/ownership';
import { provider } from '../judgement/provider/provider';
import { sbom } from '../judgement/sbom/sbom';
import { securityTests } from '../judgement/security-tests/securityTests';
import { signature } from '../judgement/signature/signature';
import { support } from '../judgement/support/support';
import { traceability } from '../judgement/traceability/traceability';
import { verification } from '../judgement/verification/verification';
import { artifactPopulation } from '../population/artifactPopulation';
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
  repositoryPopulation,
} from '../population/states';
import { recordPopulation } from '../population/recordPopulation';
import { organizationPopulation } from '../population/organizationPopulation';
import { Registry } from './Registry';

/**
 * The populations and judgements that every installation has.
 *
 * @public
 */
export const builtIn = new Registry({
  populations: [
    artifactPopulation,
    assetPopulation,
    branchPopulation,
    changePopulation,
    deploymentPopulation,
    environmentPopulation,
    findingPopulation,
    incidentPopulation,
    intervalPopulation,
    organizationPopulation,
    pipelinePopulation,
    recordPopulation,
    repositoryPopulation,
  ],
  judgements: [
    accessCombinations,
    accessMembers,
    artifactOrigin,
    assetRecord,
    classification,
    emergency,
    evidenceComplete,
    deploymentIdentity,
    environmentSeparation,
    findingRemediation,
    gates,
    incidentCause,
    independence,
    intervalLength,
    ownership,
    provider,
    sbom,
    securityTests,
    signature,
    support,
    traceability,
    verification,
  ],
});
