import azureDevOps from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-azure-devops';
import cdevents from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents';
import github from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import gitlab from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-gitlab';
import jenkins from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-jenkins';
import runtime from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-runtime';
import type {
  EvidenceCollector,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { startSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const CONFIGURATION = path.resolve(__dirname, '../../../../app-config.yaml');

/** The evidence sources and collectors of the demo, as app-config.yaml sets them up. */
export type MeridianSources = {
  sources: Map<string, EvidenceSource>;
  collectors: Map<string, EvidenceCollector>;
};

/** @param githubUrl - where the API of GitHub is, instead of at the demo backend */
export async function startMeridianSources(
  githubUrl: string,
): Promise<MeridianSources> {
  const { doraCompliance, integrations } = parse(
    readFileSync(CONFIGURATION, 'utf8'),
  );
  const [hub] = integrations.github;
  const data = {
    doraCompliance,
    integrations: { github: [{ ...hub, apiBaseUrl: githubUrl }] },
  };
  const started: MeridianSources = {
    sources: new Map(),
    collectors: new Map(),
  };
  for (const feature of [
    azureDevOps,
    cdevents,
    github,
    gitlab,
    jenkins,
    runtime,
  ]) {
    const { addSource, addCollector } = await startSourceModule(feature, data);
    for (const [source] of addSource.mock.calls) {
      started.sources.set(source.id, source);
    }
    for (const [collector] of addCollector.mock.calls) {
      started.collectors.set(collector.sourceId, collector);
    }
  }
  return started;
}
