import { around } from './around';
import { readPayload } from './payloads';

/** Alerts of secret scanning. */
export function secrets() {
  const alert = {
    number: 1,
    created_at: '2023-03-17T15:42:05Z',
    updated_at: '2023-03-17T15:42:05Z',
    url: 'https://api.github.com/repos/Codertocat/Hello-World/secret-scanning/alerts/1',
    html_url:
      'https://github.com/Codertocat/Hello-World/security/secret-scanning/1',
    locations_url:
      'https://api.github.com/repos/Codertocat/Hello-World/secret-scanning/alerts/1/locations',
    resolution: null,
    resolved_at: null,
    resolved_by: null,
    resolution_comment: null,
    secret_type: 'mailchimp_api_key',
    secret_type_display_name: 'Mailchimp API Key',
    validity: 'unknown',
    push_protection_bypassed: false,
    push_protection_bypassed_by: null,
    push_protection_bypassed_at: null,
    publicly_leaked: false,
    multi_repo: false,
  };
  const { sender } = around();
  return {
    'secret_scanning_alert.created': { action: 'created', alert, ...around() },
    'secret_scanning_alert.resolved': {
      action: 'resolved',
      alert: {
        ...alert,
        resolution: 'revoked',
        resolved_at: '2023-03-18T08:00:00Z',
        resolved_by: sender,
      },
      ...around(),
    },
    'secret_scanning_alert.reopened': {
      action: 'reopened',
      alert,
      ...around(),
    },
    'secret_scanning_alert.validated': {
      action: 'validated',
      alert,
      ...around(),
    },
  };
}

/** Alerts of other scanners. */
export function alerts() {
  const scanned = readPayload('code_scanning_alert.created.2.json');
  const depended = readPayload('dependabot_alert.created.1.json');
  const legacy = readPayload('repository_vulnerability_alert.dismiss.3.json');
  const { sender } = around();
  const { dismisser, dismiss_reason, dismissed_at, ...open } = legacy.alert;
  return {
    'code_scanning_alert.reopened_by_user': {
      ...scanned,
      action: 'reopened_by_user',
      commit_oid: '',
      sender,
    },
    'code_scanning_alert.appeared_in_branch': {
      ...scanned,
      action: 'appeared_in_branch',
    },
    'dependabot_alert.dismissed': {
      ...depended,
      action: 'dismissed',
      alert: {
        ...depended.alert,
        state: 'dismissed',
        dismissed_at: '2023-07-01T09:00:00Z',
        dismissed_by: sender,
        dismissed_reason: 'tolerable_risk',
        dismissed_comment: 'Not reachable.',
      },
    },
    'dependabot_alert.auto_dismissed': {
      ...depended,
      action: 'auto_dismissed',
      alert: {
        ...depended.alert,
        state: 'auto_dismissed',
        auto_dismissed_at: '2023-07-02T09:00:00Z',
      },
    },
    'dependabot_alert.reopened': { ...depended, action: 'reopened' },
    'dependabot_alert.reintroduced': { ...depended, action: 'reintroduced' },
    'dependabot_alert.assignees_changed': {
      ...depended,
      action: 'assignees_changed',
    },
    'repository_vulnerability_alert.resolve': {
      ...legacy,
      action: 'resolve',
      alert: {
        ...open,
        state: 'fixed',
        fixed_at: '2017-10-26T00:02:00Z',
        fix_reason: 'manifest changed',
      },
    },
  };
}
