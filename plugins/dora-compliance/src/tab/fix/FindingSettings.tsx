import type {
  EvidenceOrigin,
  EvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { nameSource } from '../../sources/useSourceTexts';
import { useTranslation } from '../../translation/useTranslation';
import { Answer } from './Answer';
import { nameTarget } from './nameTarget';
import { isSettings, listSettings } from './listSettings';

/** What the catalog file of an asset declares. */
const CATALOG: readonly EvidenceType[] = [
  'asset-record-observed',
  'ownership-observed',
];

/**
 * The pages of the CI system where somebody sets what failed, and when each is read
 * again; nothing if no page is known.
 */
export function FindingSettings(props: {
  reads: readonly EvidenceOrigin[];
  types: ReadonlySet<EvidenceType>;
  /** Where the catalog file of the asset is edited. */
  editUrl: string | undefined;
}) {
  const { reads, types, editUrl } = props;
  const { t } = useTranslation();
  const pages = listSettings(reads, types);
  const catalogFile = CATALOG.some(type => types.has(type))
    ? editUrl
    : undefined;
  if (pages.length === 0 && !catalogFile) {
    return null;
  }
  return (
    <Answer question={t('fix.settings')}>
      {catalogFile && (
        <div>
          <WebLink href={catalogFile}>{t('fix.catalogFile')}</WebLink>
        </div>
      )}
      {pages.map(({ uri, type, target, source, readAt }) => (
        <div key={uri}>
          <WebLink href={uri}>
            {t('fix.page', {
              what: isSettings(type) ? t(`fix.set.${type}`) : type,
              target: nameTarget(target),
              source: nameSource(source, t),
            })}
          </WebLink>{' '}
          {readAt
            ? t('fix.readAgain', { time: <RelativeTime instant={readAt} /> })
            : t('fix.readOnDelivery')}
        </div>
      ))}
    </Answer>
  );
}
