import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  configObject,
  decideSetup,
  flag,
  isoDuration,
  readConfig,
  secretList,
  secretText,
  type SetupDecision,
  text,
  textList,
  webAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { jenkinsDefaults } from './jenkinsDefaults';
import type { JenkinsController, JenkinsOptions } from './JenkinsOptions';

const controller = {
  baseUrl: webAddress('username and apiKey'),
  username: text().optional(),
  apiKey: secretText().optional(),
};

/** What `doraCompliance.jenkins` may hold, with its defaults. */
export const JenkinsSettings = configObject({
  webhookTokens: secretList(),
  controllers: z.array(configObject(controller)).default([]),
  collect: configObject({
    enabled: flag().optional(),
    longestBuild: isoDuration().default(jenkinsDefaults.longestBuild),
  }).prefault({}),
  deployments: z
    .array(
      configObject({
        job: text(),
        stage: text().optional(),
        environment: text(),
        production: flag(),
      }),
    )
    .default([]),
  multibranchProjects: textList(),
});

/** The part of another module that is read here, too; it is checked there. */
const Discovery = z.looseObject({
  jenkins: z.array(z.looseObject(controller)).default([]),
});

/** What `doraCompliance.jenkins` says: to listen, to ask, both, or neither. */
type JenkinsConfig = SetupDecision & { options: JenkinsOptions };

/** Reads `doraCompliance.jenkins`; what is wrong is named by its key. */
export function readJenkinsConfig(config: RootConfigService): JenkinsConfig {
  const given = readConfig(config, 'doraCompliance.jenkins', JenkinsSettings);
  const { webhookTokens, collect, deployments, multibranchProjects } = given;
  const controllers = controllersToAsk(config, given);
  if (collect.enabled && controllers.length === 0) {
    throw new Error(
      'doraCompliance.jenkins.controllers is missing: name the controllers to collect from, or remove doraCompliance.jenkins.collect.enabled',
    );
  }
  const setup = decideSetup({
    title: 'Jenkins',
    configKey: 'jenkins',
    secrets: {
      webhookTokens: {
        values: webhookTokens,
        variable: 'JENKINS_WEBHOOK_TOKEN',
      },
    },
    collect: {
      enabled: collect.enabled,
      hasCredentials: controllers.length > 0,
      missing: 'doraCompliance.jenkins.controllers names none',
      fix: 'name controllers there',
    },
  });
  return {
    ...setup,
    notices: [...setup.notices, ...(setup.off ? [] : withoutKey(controllers))],
    options: {
      webhookTokens: webhookTokens ?? [],
      controllers,
      longestBuild: collect.longestBuild,
      baseUrls: controllers.map(({ baseUrl }) => baseUrl),
      multibranchProjects,
      deployments,
    },
  };
}

/**
 * Those named here; where there are none, those whose pipelines are discovered
 * with credentials, and the others, too, when collecting is turned on.
 */
function controllersToAsk(
  config: RootConfigService,
  { controllers, collect: { enabled } }: z.output<typeof JenkinsSettings>,
): JenkinsController[] {
  if (controllers.length > 0 || enabled === false) {
    return controllers;
  }
  return readConfig(config, 'doraCompliance.pipelines', Discovery)
    .jenkins.filter(({ apiKey }) => enabled || apiKey)
    .map(({ baseUrl, username, apiKey }) => ({
      baseUrl,
      ...(username && { username }),
      ...(apiKey && { apiKey }),
    }));
}

function withoutKey(controllers: readonly JenkinsController[]): string[] {
  return controllers
    .filter(({ username, apiKey }) => username && !apiKey)
    .map(
      ({ baseUrl }) =>
        `The Jenkins controller ${baseUrl} has a username but no apiKey, or it names an environment variable that is not set; requests are made without credentials.`,
    );
}
