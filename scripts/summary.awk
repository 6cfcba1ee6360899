# Reads the output of scripts/test.sh. Prints how long each step took, the runners' own closing lines and what
# they add up to. Fails if a test failed, or if a runner that should have spoken did not: silence is no success.

{ gsub(/\033\[[0-9;]*[A-Za-z]/, "") }

/^==> .*: (FAILED after )?[0-9]+ s$/ { times[++steps] = substr($0, 5); next }
/^==> / { step = substr($0, 5); next }

# cargo: "test result: ok. 9 passed; 0 failed; 0 ignored; …"
# What `make test` has run and `make test-cloud` runs again, for the judge of its requests, is counted once.
step != "what is said to Stripe" && /^test result: / { add("cargo", $4, $6); if ($4 + $6 > 0) keep() }

# vitest: "Tests  1 failed | 11 passed (12)"
step == "web test" && /^ *Tests +[0-9]/ { add("vitest", number("passed"), number("failed")); keep() }

# node: "ℹ pass 2", or "# pass 2" where it writes TAP
step == "browser stories" && /^(ℹ|#) pass [0-9]+$/ { add("browser", $3, 0); keep() }
step == "browser stories" && /^(ℹ|#) fail [0-9]+$/ { add("browser", 0, $3); keep() }

step == "the other engines" && /^(ℹ|#) (pass|fail|skipped) [0-9]+$/ {
  add("engines", $2 == "pass" ? $3 : 0, $2 == "fail" ? $3 : 0)
  if ($2 == "skipped") skipped += $3
  keep()
}

# playwright: "  2 passed (31.4s)", "  1 failed"
step == "browser stories" && /^ *[0-9]+ passed( \(.*\))?$/ { add("browser", $1, 0); keep() }
step == "browser stories" && /^ *[0-9]+ failed$/ { add("browser", 0, $1); keep() }

# tests/cloud: "cloud: 45 passed, 0 failed, 0 skipped"
/^cloud: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ { add("cloud", number("passed"), number("failed")); skipped += number("skipped"); keep() }

function add(runner, ok, bad) { passed[runner] += ok; failed[runner] += bad; spoke[runner] = 1 }
function keep() { lines[++kept] = $0 }
function number(word) { return match($0, "[0-9]+ " word) ? substr($0, RSTART, RLENGTH) + 0 : 0 }

END {
  print "\nSteps:"
  for (i = 1; i <= steps; i++) print "  " times[i]
  print "\nRunners:"
  for (i = 1; i <= kept; i++) print lines[i]
  print ""
  count = split("cargo vitest browser engines cloud", wanted, " ")
  for (i = 1; i <= count; i++) {
    runner = wanted[i]
    if (!spoke[runner] || passed[runner] + failed[runner] == 0) { print runner ": ran no test"; silent++ }
    else print runner ": " passed[runner] " passed, " failed[runner] " failed"
    ok += passed[runner]; bad += failed[runner]
  }
  print ok + 0 " passed, " bad + 0 " failed" (skipped ? ", " skipped " SKIPPED" : "")
  exit (silent || bad) ? 1 : 0
}
