import { Link } from '@backstage/ui';
import {
  RelativeTime,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../../translation/useTranslation';
import { useTabAddress } from '../useTabAddress';
import { Answer } from './Answer';
import type { Finding } from './useFinding';

/**
 * What led to a finding: its worst member, with the changes and the commit. The reason of
 * an asset as a whole already stands above.
 */
export function FindingCause({ finding }: { finding: Finding }) {
  const { row, changes } = finding;
  const { member, reason, commitUri } = row;
  const { t } = useTranslation();
  const { toDeployment } = useTabAddress();
  const { deployment } = member;
  if (member.kind === 'asset' && changes.length === 0 && !commitUri) {
    return null;
  }
  const commit = String(reason.params.commit ?? '').slice(0, 10);
  return (
    <Answer question={t('fix.cause')}>
      <div>
        {member.uri ? (
          <WebLink href={member.uri}>{member.title}</WebLink>
        ) : (
          member.title
        )}{' '}
        <RelativeTime instant={member.at} isStatic />
      </div>
      <div>{reason.sentence}</div>
      {changes.map(({ uri, number, title }) => (
        <div key={uri}>
          <WebLink href={uri}>{t('fix.change', { number, title })}</WebLink>
        </div>
      ))}
      {deployment && (
        <div>
          <Link href={toDeployment({ deployment, at: member.at })}>
            {t('production.open')}
          </Link>
        </div>
      )}
      {commitUri && (
        <div>
          <WebLink href={commitUri}>{t('fix.commit', { commit })}</WebLink>
        </div>
      )}
    </Answer>
  );
}
