import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGitlabCollector } from './collect/GitlabCollector';
import { readGitlabConfig } from './config';
import { createGitlabEvidenceSource } from './GitlabEvidenceSource';
import { gives } from './gives';

/**
 * Evidence from GitLab. Off until `doraCompliance.gitlab` is configured or
 * there are credentials to collect with.
 *
 * @public
 */
export const doraComplianceModuleGitlab = createSourceModule({
  sourceId: 'gitlab',
  title: 'GitLab',
  configKey: 'gitlab',
  gives,
  configure(config) {
    const { source, collector, ...setup } = readGitlabConfig(config);
    return {
      ...setup,
      source: createGitlabEvidenceSource(source),
      ...(collector && { collector: createGitlabCollector(collector) }),
    };
  },
});
