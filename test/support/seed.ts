import { configureGlobal } from "fast-check";

// The same inputs every time, so that a fault found today is found tomorrow; a long search takes others each time.
const isLong = process.env.NIANBAO_RUNS !== undefined || process.env.NIANBAO_FUZZ_SECONDS !== undefined;
if (!isLong) configureGlobal({ seed: 20260131 });
