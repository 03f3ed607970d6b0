import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  configObject,
  decideSetup,
  operationsKeys,
  readConfig,
  secretList,
  type SetupDecision,
  text,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { JiraServiceManagementOptions } from './JiraServiceManagementEvidenceSource';

/** What `doraCompliance.jiraServiceManagement` may hold, with its defaults. */
export const JiraServiceManagementSettings = configObject({
  webhookSecrets: secretList(),
  ...operationsKeys,
  incidentTypes: z.array(text()).default(['Incident', '[System] Incident']),
  classificationFields: z.array(text()).default(['priority']),
  entityLabelPrefixes: z.array(text()).default(['dora-entity=']),
});

/** Reads `doraCompliance.jiraServiceManagement`. An error names the key. */
export function readJiraServiceManagementConfig(
  config: RootConfigService,
): SetupDecision & { options: JiraServiceManagementOptions } {
  const { webhookSecrets, ...settings } = readConfig(
    config,
    'doraCompliance.jiraServiceManagement',
    JiraServiceManagementSettings,
  );
  const setup = decideSetup({
    title: 'Jira Service Management',
    configKey: 'jiraServiceManagement',
    secrets: {
      webhookSecrets: {
        values: webhookSecrets,
        variable: 'JIRA_WEBHOOK_SECRET',
      },
    },
  });
  return {
    ...setup,
    options: { ...settings, webhookSecrets: webhookSecrets ?? [] },
  };
}
