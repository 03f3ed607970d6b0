import { createAzureDevOpsEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-azure-devops';
import { createCdeventsEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents';
import { createGithubEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import { createGitlabEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-gitlab';
import { createJenkinsEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-jenkins';
import { createRuntimeEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-runtime';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const CONFIGURATION = path.resolve(__dirname, '../../../../app-config.yaml');

const common = {
  events: false,
  productionEnvironments: [],
  nonProductionEnvironments: [],
  protectedBranches: [],
};

/** The evidence sources of the demo, as app-config.yaml sets them up, by id. */
export function createMeridianSources(): ReadonlyMap<string, EvidenceSource> {
  const { doraCompliance: given } = parse(readFileSync(CONFIGURATION, 'utf8'));
  const sources = [
    createGithubEvidenceSource({ ...common, ...given.github }),
    createGitlabEvidenceSource({
      ...common,
      webhookSecrets: [],
      ...given.gitlab,
    }),
    createJenkinsEvidenceSource({
      multibranchProjects: [],
      baseUrls: [],
      ...given.jenkins,
    }),
    createAzureDevOpsEvidenceSource({ ...common, ...given.azureDevOps }),
    createCdeventsEvidenceSource({ ...common, ...given.cdevents }),
    createRuntimeEvidenceSource({
      environments: [],
      productionEnvironments: [],
      entityLabels: ['app.kubernetes.io/name'],
      ignoredNamespaces: [],
      ...given.runtime,
    }),
  ];
  return new Map(sources.map(source => [source.id, source]));
}
