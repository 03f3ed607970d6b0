import { Link, Text } from '@backstage/ui';
import { controlsRouteRef } from '../controls/controlsRouteRef';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { useTranslation } from '../translation/useTranslation';
import styles from './lens.module.css';

const ACTS = ['dora', 'nis2', 'rts'] as const;
const FACTS = ['about', 'addressee', 'meaning'] as const;

/** Finds the points of the article in the list of controls. */
const RTS_ARTICLE = 'RTS-2024/1774 21(';

/** What the article is in each of the acts. */
export function LensArticles() {
  const { t } = useTranslation();
  const toControls = useRouteOrNone(controlsRouteRef);
  return (
    <section aria-label={t('lens.articles')} className={styles.section}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('lens.articles')}
      </Text>
      <ul className={styles.boxes} aria-label={t('lens.articles')}>
        {ACTS.map(act => (
          <li key={act} className={styles.box}>
            <Text as="h4" weight="bold">
              {t(`lens.act.${act}.name`)}
            </Text>
            <dl className={styles.facts}>
              {FACTS.map(fact => (
                <div key={fact}>
                  <dt>{t(`lens.${fact}`)}</dt>
                  <dd>{t(`lens.act.${act}.${fact}`)}</dd>
                </div>
              ))}
            </dl>
            {act === 'rts' && toControls && (
              <Link
                href={`${toControls()}?${new URLSearchParams({
                  text: RTS_ARTICLE,
                })}`}
              >
                {t('lens.rtsControls')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
