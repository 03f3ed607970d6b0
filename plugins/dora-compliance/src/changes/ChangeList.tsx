import { Link } from '@backstage/ui';
import type { StatusChangeView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { addressOfResult } from '../scorecard/addressOfResult';
import { useTranslation } from '../translation/useTranslation';
import styles from './changes.module.css';
import { StatusStep } from './StatusStep';

/** Changes of statuses, each with a link to the control. */
export function ChangeList(props: {
  changes: readonly StatusChangeView[];
  /** The address of a control of the only asset; without it, assets are named. */
  toControl?: ((controlId: string) => string) | undefined;
}) {
  const { changes, toControl } = props;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return (
    <ul className={toControl ? styles.plain : styles.list}>
      {changes.map(change => {
        const { entityRef, title, control, at } = change;
        const href =
          toControl?.(control.id) ??
          addressOfResult(toAddress(entityRef), control.id);
        return (
          <li key={`${entityRef} ${control.id} ${at}`}>
            <span className={styles.what}>
              {!toControl && (
                <EntityTitleLink
                  entityRef={entityRef}
                  title={title}
                  weight="bold"
                />
              )}
              <Link href={href}>{t('compliance.control', control)}</Link>
            </span>
            <StatusStep change={change} />
          </li>
        );
      })}
    </ul>
  );
}
