/** Names that begin so are this server's own. */
const OWN = /^(?:AVEPOINT|AUTH|LIMIT)_/;
/** What Kubernetes sets for a service of such a name. */
const OF_SERVICES = /_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_\w+)?)$/;

/** A setting with a mistake in its name would change nothing, and nobody would know. */
export function unknownSettings(given: Iterable<string>, known: readonly string[]): string[] {
  return [...given]
    .filter((name) => OWN.test(name) && !known.includes(name) && !OF_SERVICES.test(name))
    .map((name) => `${name} is no setting: ${nearest(name, known)} is the nearest that there is.`);
}

function nearest(name: string, known: readonly string[]): string {
  const [first = ''] = known.map((other) => ({ other, distance: distanceOf(name, other) })).sort((one, two) => one.distance - two.distance).map(({ other }) => other);
  return first;
}

/** How many characters have to be put in, left out or changed. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, character] of [...from].entries()) {
    const next = [index + 1];
    for (const [place, other] of [...to].entries()) {
      next.push(Math.min((next[place] ?? 0) + 1, (row[place + 1] ?? 0) + 1, (row[place] ?? 0) + (character === other ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
