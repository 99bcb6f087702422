/** `Prague=Prag|Vienna=Wien` as a map; the keys are the last part of a zone's name, the first part for a part of the world. */
export function citiesOf(list: string): ReadonlyMap<string, string> {
  return new Map(list.trim().split(/\|\s*/).map((pair) => pair.split('=') as [string, string]));
}
