import type { SearchDocument } from '@backstage/plugin-search-common';
import { ComplianceDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReactElement } from 'react';
import surface from '../page/surface.module.css';
import { AssetResult } from './AssetResult';
import { ControlResult } from './ControlResult';
import { FindingResult } from './FindingResult';
import { LensResult } from './LensResult';
import styles from './search.module.css';

/**
 * What the search of Backstage found: an ICT asset, a finding, a control or the page about
 * the areas.
 */
export function ComplianceSearchResult(props: {
  result?: SearchDocument;
  icon?: ReactElement;
}) {
  const { result, icon } = props;
  const document = ComplianceDocument.safeParse(result).data;
  if (!document) {
    return null;
  }
  return (
    <div className={`${surface.surface} ${styles.result}`}>
      {icon && <span aria-hidden>{icon}</span>}
      <div className={styles.text}>
        <Found document={document} />
      </div>
    </div>
  );
}

function Found({ document }: { document: ComplianceDocument }) {
  switch (document.about) {
    case 'asset':
      return <AssetResult asset={document} />;
    case 'finding':
      return <FindingResult finding={document} />;
    case 'lens':
      return <LensResult lens={document} />;
    default:
      return <ControlResult control={document} />;
  }
}
