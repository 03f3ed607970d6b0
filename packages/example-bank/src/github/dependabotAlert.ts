import type { Finding } from '../Finding';
import { buildRepository, buildUser, makeId } from './names';

/** Payload of `dependabot_alert`: a finding was created or is fixed. */
export function dependabotAlertEvent(
  action: 'created' | 'fixed',
  finding: Finding,
  { foundAt, at }: { foundAt: string; at: string },
) {
  const { service, number, severity, title } = finding;
  const repository = buildRepository(service);
  const id = makeId(`advisory ${title}`).toString(36).padStart(8, '2');
  const fixedAt = action === 'fixed' ? at : null;
  return {
    action,
    alert: {
      number,
      state: action === 'fixed' ? 'fixed' : 'open',
      dependency: {
        package: { ecosystem: 'npm', name: 'example-dependency' },
        manifest_path: 'package-lock.json',
        scope: 'runtime',
      },
      security_advisory: {
        ghsa_id: `GHSA-${id.slice(0, 4)}-${id.slice(4, 8)}-2222`,
        summary: title,
        severity,
      },
      security_vulnerability: { severity },
      url: `${repository.url}/dependabot/alerts/${number}`,
      html_url: `${repository.html_url}/security/dependabot/${number}`,
      created_at: foundAt,
      updated_at: at,
      dismissed_at: null,
      dismissed_by: null,
      dismissed_reason: null,
      dismissed_comment: null,
      fixed_at: fixedAt,
    },
    repository,
    sender: buildUser('github'),
  };
}
