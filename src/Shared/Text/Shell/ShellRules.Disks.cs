namespace AgentGuard.Text.Shell;

internal static partial class ShellRules
{
    /// <summary>Disks, machines and the systems on them.</summary>
    private const string Disks = """
        files shred
        files srm
        files truncate -s=0|--size=0
        disk mkfs|mkfs.ext2|mkfs.ext3|mkfs.ext4|mkfs.xfs|mkfs.btrfs|mkfs.vfat|mkfs.ntfs|mke2fs|mkswap
        disk wipefs -a|--all
        disk fdisk|sfdisk|cfdisk|gdisk !-l|--list
        disk sgdisk -Z|--zap-all|-z|-o
        disk parted rm|mklabel|mktable
        disk parted @ rm|mklabel|mktable
        disk mdadm --zero-superblock|--stop|--remove
        volume lvremove|vgremove|pvremove
        volume lvreduce
        volume btrfs subvolume delete
        volume zfs destroy|rollback
        volume zpool destroy|labelclear
        disk dmsetup remove|remove_all
        disk cryptsetup erase|luksErase|luksFormat|luksRemoveKey
        disk blkdiscard
        disk diskpart
        disk format
        disk diskutil eraseDisk|eraseVolume|partitionDisk|zeroDisk
        disk diskutil apfs deleteContainer|deleteVolume
        files cipher /w
        infrastructure crontab -r
        compute systemctl stop|disable|mask|poweroff|reboot|halt
        compute service @ stop
        compute shutdown -s|/s|-r|/r|-h|-P|-p|/p !-a|/a
        compute shutdown|reboot|halt|poweroff !-a|/a|-c|-k|-l|/l
        network iptables|ip6tables -F|--flush|-X
        network nft flush|delete
        network ufw disable|reset
        network netsh advfirewall reset
        network ip link delete
        directory rsync --delete|--delete-before|--delete-after|--delete-during|--delete-excluded|--remove-source-files !-n
        directory robocopy /MIR|/PURGE|/MOVE|/MOV !/L
        infrastructure bcdedit /delete
        infrastructure reg delete
        compute wsl --unregister
        identity userdel|deluser|groupdel
        identity net user|localgroup @ /delete
        dns nsupdate
        compute sc delete
        compute remove-vm
        compute stop-computer|restart-computer
        disk clear-disk|remove-partition|initialize-disk|format-volume
        volume remove-virtualdisk|remove-storagepool
        files clear-recyclebin
        files clear-content
        infrastructure remove-service
        database remove-sqldatabase|remove-azsqldatabase
        project remove-azresourcegroup
        compute remove-azvm|remove-ec2instance
        bucket remove-azstorageaccount|remove-s3bucket
        container remove-azstoragecontainer
        database remove-rdsdbinstance
        identity remove-aduser|remove-localuser|remove-adgroup
        backs-up database backup-sqldatabase|backup-dbadatabase
        backs-up disk new-azsnapshot|new-ec2snapshot
        backs-up directory compress-archive
        """;
}
