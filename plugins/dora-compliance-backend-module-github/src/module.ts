import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGithubCollector } from './collect/createGithubCollector';
import { readGithubConfig } from './config';
import { createGithubEvidenceSource } from './GithubEvidenceSource';
import { gives } from './gives';

/**
 * Evidence from GitHub. Off until `doraCompliance.github` is configured or
 * there are credentials to collect with.
 *
 * @public
 */
export const doraComplianceModuleGithub = createSourceModule({
  sourceId: 'github',
  title: 'GitHub',
  configKey: 'github',
  gives,
  configure(config) {
    const { source, collect, ...setup } = readGithubConfig(config);
    return {
      ...setup,
      source: createGithubEvidenceSource(source),
      ...(collect && {
        collector: createGithubCollector(config, { ...source, ...collect }),
      }),
    };
  },
});
