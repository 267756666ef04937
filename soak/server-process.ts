import { startProcess } from '../bench/processes.js';
import type { SoakServer } from './stage.js';

/** The server in a process of its own, as it is started anywhere. */
export async function startServerProcess(environment: Readonly<Record<string, string>>): Promise<SoakServer> {
  const start = () => startProcess('../src/main.js', { environment: { ...environment, PORT: '0', LOG_LEVEL: 'info' }, isReady: /"ready"/ });
  let serving = await start();
  const leaving: Promise<void>[] = [];
  return {
    get url() {
      return serving.url;
    },
    async restart() {
      const before = serving;
      serving = await start();
      leaving.push(before.stop());
    },
    residentMegabytes: () => serving.residentMegabytes(),
    async close() {
      await Promise.all([...leaving, serving.stop()]);
    },
  };
}
