/** The address of the dependency graph of an asset. */
export function addressOfGraph(assetAddress: string): string {
  return `${assetAddress}/ict-dependencies`;
}
