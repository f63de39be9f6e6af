import { awkwardPlace } from './awkward-store.ts';
import { doubtContract } from './doubt-contract.ts';
import { storeContract } from './store-contract.ts';

let seed = 20_261_126;
const next = async () => {
  seed += 1;
  return awkwardPlace(seed);
};

storeContract('awkward', next);
doubtContract('awkward', next);
