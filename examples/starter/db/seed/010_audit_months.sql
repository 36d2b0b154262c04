-- The story of the made-up people runs from September 2025 to February 2026.
select audit.ensure_partitions('2025-09-01', 6);
