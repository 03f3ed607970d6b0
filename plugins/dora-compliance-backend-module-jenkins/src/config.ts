import type { RootConfigService } from '@backstage/backend-plugin-api';
import { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { JenkinsController, JenkinsOptions } from './JenkinsOptions';

/** What `doraCompliance.jenkins` says, with the defaults filled in. */
export type JenkinsConfig = JenkinsOptions & { readonly collects: boolean };

/**
 * Reads `doraCompliance.jenkins`; what is wrong is named by its key. Undefined
 * when there is nothing to receive and nothing to collect.
 */
export function readJenkinsConfig(
  config: RootConfigService,
): JenkinsConfig | undefined {
  const jenkins = config.getOptionalConfig('doraCompliance.jenkins');
  const webhookTokens = jenkins?.getOptionalStringArray('webhookTokens') ?? [];
  const own = controllersAt(config, 'doraCompliance.jenkins.controllers');
  const collects =
    jenkins?.getOptionalBoolean('collect.enabled') ?? own.length > 0;
  const controllers =
    own.length === 0 && collects
      ? controllersAt(config, 'doraCompliance.pipelines.jenkins')
      : own;
  if (collects && controllers.length === 0) {
    throw new Error(
      'doraCompliance.jenkins.controllers is missing: name the controllers to collect from, or set doraCompliance.jenkins.collect.enabled to false',
    );
  }
  if (webhookTokens.length === 0 && !collects) {
    return undefined;
  }
  return {
    webhookTokens,
    controllers,
    longestBuild: longestBuildIn(config),
    collects,
    baseUrls: controllers.map(({ baseUrl }) => baseUrl),
    multibranchProjects:
      jenkins?.getOptionalStringArray('multibranchProjects') ?? [],
    deployments:
      jenkins?.getOptionalConfigArray('deployments')?.map(rule => {
        const stage = rule.getOptionalString('stage');
        return {
          job: rule.getString('job'),
          ...(stage && { stage }),
          environment: rule.getString('environment'),
          production: rule.getBoolean('production'),
        };
      }) ?? [],
  };
}

function longestBuildIn(config: RootConfigService): Duration {
  const key = 'doraCompliance.jenkins.collect.longestBuild';
  const given = Duration.safeParse(config.getOptionalString(key) ?? 'P1D');
  if (!given.success) {
    throw new Error(`${key} ${given.error.issues[0]?.message}`);
  }
  return given.data;
}

function controllersAt(
  config: RootConfigService,
  key: string,
): JenkinsController[] {
  return (config.getOptionalConfigArray(key) ?? []).map(controller => {
    const baseUrl = controller.getString('baseUrl').replace(/\/+$/, '');
    if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) {
      throw new Error(`${key}: baseUrl is no address: ${baseUrl}`);
    }
    const username = controller.getOptionalString('username');
    const apiKey = controller.getOptionalString('apiKey');
    return {
      baseUrl,
      ...(username && { username }),
      ...(apiKey && { apiKey }),
    };
  });
}
