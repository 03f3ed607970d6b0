import { assetExportPermission } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AssetCriteria } from '../permissions/AssetRules';
import type { RefusedCount } from '../permissions/KnexCountRefused';
import type { Reader } from '../permissions/Reader';
import { restrictVisibility, type Visibility } from '../permissions/Visibility';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

declare const permitted: unique symbol;

/** Shows that a list may be exported. Only `permitExport` makes one. */
export type ExportPermit = { readonly [permitted]: true };

/**
 * The scope of an export, if the caller may export all assets that it has. A file in
 * which some were left out would look complete.
 *
 * @param count - counts the assets of the scope
 */
export async function permitExport<TScope extends { visible: Visibility }>(
  reader: Reader,
  scope: TScope,
  count: (scope: TScope, criteria: AssetCriteria) => Promise<RefusedCount>,
): Promise<{ scope: TScope; permit: ExportPermit }> {
  const permit = {} as ExportPermit;
  const exportable = await reader.exportable();
  if (exportable === 'all') {
    return { scope, permit };
  }
  if (exportable === 'none') {
    throw new Fault(
      'not-allowed',
      errorDetail('permission-missing', {
        permission: assetExportPermission.name,
      }),
    );
  }
  const { assets, refused } = await count(scope, exportable);
  if (refused > 0) {
    throw new Fault(
      'export-refused',
      errorDetail('export-refused', { assets, refused }),
    );
  }
  // What is added meanwhile is not exported either.
  const visible = restrictVisibility(scope.visible, exportable);
  return { scope: { ...scope, visible }, permit };
}
