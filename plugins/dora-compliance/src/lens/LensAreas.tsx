import { Link, Text } from '@backstage/ui';
import { Area } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { controlsRouteRef } from '../controls/controlsRouteRef';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { nameProvision } from '../tab/nameProvision';
import { useTranslation } from '../translation/useTranslation';
import { areaProvisions } from './areaProvisions';
import styles from './lens.module.css';

/** Each area with its number in the architecture, and the law behind it. */
export function LensAreas() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('lens.areas')} className={styles.section}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('lens.areas')}
      </Text>
      <Text color="secondary">{t('lens.areasNote')}</Text>
      <ul className={styles.boxes} aria-label={t('lens.areas')}>
        {Area.options.map(area => (
          <AreaItem key={area} area={area} />
        ))}
      </ul>
    </section>
  );
}

function AreaItem({ area }: { area: Area }) {
  const { t } = useTranslation();
  const toControls = useRouteOrNone(controlsRouteRef);
  const { numbered, provisions } = areaProvisions[area];
  return (
    <li className={styles.box}>
      <Text as="h4" weight="bold">
        {t(`organization.area.${area}`)}
      </Text>
      <Text>
        {t('lens.provisions', {
          provisions: provisions.map(one => nameProvision(one, t)),
        })}
      </Text>
      <Text variant="body-small" color="secondary">
        {t('lens.named', { number: t('joined', { parts: [...numbered] }) })}
      </Text>
      {toControls && (
        <Link href={`${toControls()}?area=${area}`}>{t('lens.controls')}</Link>
      )}
    </li>
  );
}
